using Tocsin.Hosting;
using Tocsin.Probing;

namespace Tocsin.Tests.GatewayTests.Probing;

/// <summary>The probe's command line.</summary>
public sealed class ProbeCommandLineTests
{
    [Fact]
    public void Nothing_said_is_the_gateway_of_this_machine()
    {
        var options = ProbeOptions.Read([]);
        Assert.Equal(
            ("http://127.0.0.1:5080/", "http://127.0.0.1:5095/", null, "PROBE"),
            (Assert.Single(options.Gateways).ToString(), options.MetricsUrl.ToString(), options.TokenFile, options.Unit));
    }

    [Fact]
    public void Every_gateway_that_is_named_is_visited()
    {
        var options = ProbeOptions.Read(
            [
                "--url", "http://a:1", "--url", "https://b", "--token-file", "/t", "--dev-key-file", "/k",
                "--metrics-url", "http://127.0.0.1:7", "--unit", "P-2",
            ]);
        Assert.Equal(["http://a:1/", "https://b/"], options.Gateways.Select(g => g.ToString()));
        Assert.Equal(
            ("/t", "/k", "http://127.0.0.1:7/", "P-2"),
            (options.TokenFile, options.DevKeyFile, options.MetricsUrl.ToString(), options.Unit));
    }

    [Theory]
    [InlineData("'--nonsense'", "--nonsense", "1")]
    [InlineData("'http://a:1'", "http://a:1")]
    [InlineData("--url", "--url")]
    [InlineData("--url", "--url", "")]
    [InlineData("--url", "--url", "a:1")]
    [InlineData("--url", "--url", "ftp://a")]
    [InlineData("--url", "--url", "http://a/path")]
    [InlineData("--metrics-url", "--metrics-url", "5095")]
    [InlineData("--token-file", "--token-file")]
    [InlineData("--dev-key-file", "--dev-key-file", "")]
    [InlineData("--unit", "--unit", "two words")]
    [InlineData("--unit", "--unit", "PROBE\n")]
    public void What_is_wrong_is_one_line_that_names_the_option(string option, params string[] args)
    {
        var fault = Assert.Throws<MisconfigurationException>(() => ProbeOptions.Read(args));
        Assert.StartsWith(option, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void More_gateways_than_it_can_go_round_are_refused() =>
        Assert.StartsWith(
            "--url",
            Assert.Throws<MisconfigurationException>(
                () => ProbeOptions.Read([.. Enumerable.Range(1, 17).SelectMany(i => new[] { "--url", $"http://g{i}" })])).Message,
            StringComparison.Ordinal);
}

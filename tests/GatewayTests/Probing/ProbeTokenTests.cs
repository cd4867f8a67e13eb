using System.Net;
using Microsoft.Extensions.Time.Testing;
using Tocsin.Hosting;

namespace Tocsin.Tests.GatewayTests.Probing;

/// <summary>The probe's token, from a file: read again when it has changed, and when it is no good any more.</summary>
public sealed class ProbeTokenTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly FakeDesk _desk = new(new FakeTimeProvider());

    [Fact]
    public async Task A_file_that_has_changed_is_read_again()
    {
        await WriteAsync("one\n", DateTime.UtcNow.AddMinutes(-2));
        using var probe = new TestProbe(new FakeTimeProvider(), [TestProbe.Way(_desk)], _file);
        await probe.TickAsync();
        await WriteAsync("two\n", DateTime.UtcNow.AddMinutes(-1));
        await probe.TickAsync();
        Assert.Equal(["one", "two"], _desk.Requests.Select(r => r.Token).Distinct());
        Assert.Equal("two", _desk.Requests[^1].Token);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_read_again_and_the_step_is_tried_once_more()
    {
        var written = DateTime.UtcNow.AddMinutes(-2);
        await WriteAsync("old", written);
        using var probe = new TestProbe(new FakeTimeProvider(), [TestProbe.Way(_desk)], _file);
        _desk.Fails = (_, token) => token == "old" ? HttpStatusCode.Unauthorized : null;
        await probe.TickAsync();
        Assert.Equal(["unit failed"], probe.Steps);

        // Put in its place by something that keeps the time.
        await WriteAsync("new", written);
        await probe.TickAsync();
        Assert.NotNull(probe.LastSuccess);
        Assert.Single(probe.Steps, s => s.EndsWith("failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_gone_for_a_moment_leaves_the_old_token()
    {
        await WriteAsync("one", DateTime.UtcNow);
        using var probe = new TestProbe(new FakeTimeProvider(), [TestProbe.Way(_desk)], _file);
        File.Delete(_file);
        await probe.TickAsync();
        Assert.NotNull(probe.LastSuccess);
    }

    [Fact]
    public async Task With_a_file_the_unit_must_have_been_registered_by_an_administrator()
    {
        await WriteAsync("one", DateTime.UtcNow);
        _desk.UnitKind = null;
        using var probe = new TestProbe(new FakeTimeProvider(), [TestProbe.Way(_desk)], _file);
        var fault = await Assert.ThrowsAsync<MisconfigurationException>(probe.TickAsync);
        Assert.Equal(
            """--unit names PROBE, which is not registered: an administrator does so """
                + """once, PUT /api/v1/units/PROBE {"callSign": "PROBE", "kind": "probe"}.""",
            fault.Message);
        Assert.DoesNotContain(_desk.Lines, l => l.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("two words")]
    public async Task A_file_without_a_token_stops_the_start(string text)
    {
        await WriteAsync(text, DateTime.UtcNow);
        Assert.StartsWith(
            "--token-file",
            Assert.Throws<MisconfigurationException>(() => new TestProbe(new FakeTimeProvider(), [TestProbe.Way(_desk)], _file)).Message,
            StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _desk.Dispose();
        File.Delete(_file);
    }

    private async Task WriteAsync(string text, DateTime written)
    {
        await File.WriteAllTextAsync(_file, text);
        File.SetLastWriteTimeUtc(_file, written);
    }
}

using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.OpenApi;

/// <summary>
/// The console's types are made from a copy of the document that is checked in: a change of the contract shows in a review, and the console
/// is built without a gateway.
/// </summary>
public sealed class CheckedInDocumentTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    /// <summary>
    /// Set to true, the test writes the copy instead of comparing it: TOCSIN_RENEW=true
    /// tests/GatewayTests/bin/Release/net10.0/Tocsin.Tests.GatewayTests -class "*CheckedInDocument*".
    /// </summary>
    private const string Renew = "TOCSIN_RENEW";

    [Fact]
    public async Task The_copy_of_the_document_that_the_console_is_built_from_is_current()
    {
        var served = (await fixture.Gateway.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))
            .ReplaceLineEndings("\n")
            .TrimEnd() + "\n";
        var copy = Path.Combine(Root(), "Gateway", "Console", "openapi.json");
        if (Environment.GetEnvironmentVariable(Renew) == "true")
            await File.WriteAllTextAsync(copy, served, TestContext.Current.CancellationToken);
        Assert.True(
            served == await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken),
            $"Gateway/Console/openapi.json is old: run this test once with {Renew}=true, and commit the file.");
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Tocsin.slnx")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("These tests run inside a checkout.");
    }
}

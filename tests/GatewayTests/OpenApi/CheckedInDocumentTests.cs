using Tocsin.Tests.GatewayTests.Harness;

namespace Tocsin.Tests.GatewayTests.OpenApi;

/// <summary>
/// The console's types are made from a copy of the document that is checked in: a change of the contract shows in a review, and the
/// console is built without a gateway.
/// </summary>
public sealed class CheckedInDocumentTests(FakeGatewayFixture fixture) : IClassFixture<FakeGatewayFixture>
{
    [Fact]
    public async Task The_copy_of_the_document_that_the_console_is_built_from_is_current()
    {
        var served = await fixture.Gateway.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        await CheckedInFile.AssertCurrentAsync("Gateway/Console/openapi.json", served.ReplaceLineEndings("\n").TrimEnd() + "\n");
    }
}

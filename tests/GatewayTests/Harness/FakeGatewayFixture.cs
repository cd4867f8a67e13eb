namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>One gateway before a fake cluster, for the tests of a class.</summary>
public sealed class FakeGatewayFixture : IAsyncLifetime
{
    internal TestGateway Gateway { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Gateway = await TestGateway.Fake();

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();
}

namespace Tocsin.Tests.GatewayTests.Harness;

/// <summary>The tests that share one real silo.</summary>
[CollectionDefinition(Name)]
public sealed class RealGateway : ICollectionFixture<RealGatewayFixture>
{
    public const string Name = "real gateway";
}

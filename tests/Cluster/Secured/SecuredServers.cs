namespace Tocsin.Tests.Cluster.Secured;

/// <summary>One secured cluster for all that ask it.</summary>
[CollectionDefinition(Name)]
public sealed class SecuredServers : ICollectionFixture<SecuredCluster>
{
    /// <summary>Its name.</summary>
    public const string Name = "secured";
}

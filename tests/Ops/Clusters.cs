namespace Tocsin.Tests.Ops;

/// <summary>The collection of all tests that need a whole cluster: <c>[Collection(Clusters.Collection)]</c>. They share one.</summary>
[CollectionDefinition(Collection)]
public sealed class Clusters : ICollectionFixture<Watched>
{
    /// <summary>Its name.</summary>
    public const string Collection = "clusters";
}

namespace Tocsin.Tests.Ops;

/// <summary>The collection of all tests that start a whole cluster: <c>[Collection(Clusters.Collection)]</c>.</summary>
public static class Clusters
{
    /// <summary>Its name.</summary>
    public const string Collection = "clusters";
}

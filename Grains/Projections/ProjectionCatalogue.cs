namespace Tocsin.Projections;

/// <summary>All projections, none with the name of another.</summary>
internal sealed class ProjectionCatalogue
{
    /// <summary>Takes them.</summary>
    /// <exception cref="ArgumentException">Two have one name.</exception>
    public ProjectionCatalogue(IReadOnlyList<Projection> all)
    {
        All = all;
        if (all.DistinctBy(p => p.Name).Count() != all.Count)
            throw new ArgumentException("Two projections have one name.", nameof(all));
    }

    /// <summary>The projection with a name.</summary>
    public Projection this[string name] => All.Single(p => p.Name == name);

    /// <summary>The projections.</summary>
    public IReadOnlyList<Projection> All { get; }
}

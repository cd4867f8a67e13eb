namespace Tocsin.Versions;

/// <summary>What every process of the cluster reads.</summary>
internal interface IClusterReadables
{
    /// <summary>Whether every process reads everything that this one writes: then no event need be looked at.</summary>
    bool ReadsAll { get; }

    /// <summary>What every process reads; waits a moment for a process that has just come and was not asked yet.</summary>
    ValueTask<Readables> CommonAsync();

    /// <summary>An active silo, other than this one, that reads an event; null: none is known.</summary>
    /// <param name="name">The stream's word and the event's kind, as <see cref="Readables.Forms"/> has them.</param>
    SiloAddress? FindReader(string name);
}

using Tocsin.Identity;

namespace Tocsin.Units;

/// <summary>
/// Where past states of units are kept. They follow from the journal, and may be lost: past boards then only take longer.
/// </summary>
public interface IUnitStateStore
{
    /// <summary>Keeps a state of a unit, in place of the one that is kept of the same version.</summary>
    Task KeepAsync(StreamId unit, UnitSnapshot state, CancellationToken cancellation);

    /// <summary>
    /// The last state that is kept of a unit and not after a version, or null. The reader compares its hash with the journal's.
    /// </summary>
    Task<UnitSnapshot?> FindUnitAsync(StreamId unit, int version, CancellationToken cancellation);
}

namespace Tocsin.Tests.Benchmarks.Journal;

/// <summary>What one command of the journal's contender writes.</summary>
internal enum Shape
{
    /// <summary>One event on one stream, no key: the nearest to the stock provider's transition.</summary>
    OneStream,

    /// <summary>
    /// An assignment: an event on the incident and its twin on the unit, their board rows, the narrow rows, and the command's key.
    /// </summary>
    Assignment,
}

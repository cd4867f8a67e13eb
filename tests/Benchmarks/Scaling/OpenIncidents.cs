using Tocsin.Tests.Benchmarks.Whole;

namespace Tocsin.Tests.Benchmarks.Scaling;

/// <summary>The embedded process with a number of open incidents.</summary>
/// <param name="Count">How many.</param>
/// <param name="Making">How long it took to make those that were not there before.</param>
/// <param name="Active">Its memory while all of them have their grains.</param>
/// <param name="Idle">Its memory after a restart: the board, and no grain.</param>
/// <param name="Notes">Notes on all of them in turn.</param>
/// <param name="Board">The whole board over HTTP.</param>
/// <param name="Restart">From the start of the process until it says that it is ready, and until it has answered with the board.</param>
internal sealed record OpenIncidents(
    int Count,
    TimeSpan Making,
    Heap Active,
    Heap Idle,
    Measured Notes,
    (long Bytes, TimeSpan Took) Board,
    (TimeSpan Ready, TimeSpan Board) Restart);

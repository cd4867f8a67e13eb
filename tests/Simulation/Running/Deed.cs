using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Tests.Simulation;

/// <summary>A command on its way.</summary>
/// <param name="Stream">The thing in its path.</param>
/// <param name="Command">What is asked.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Keyed">Whether it came with an <c>Idempotency-Key</c>.</param>
/// <param name="Pocket">How long it waits in a device's pocket; null: it is sent at once, and waited for.</param>
internal sealed record Deed(StreamId Stream, object Command, Actor Actor, bool Keyed, TimeSpan? Pocket = null);

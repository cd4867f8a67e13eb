namespace Tocsin.Tests.Load.Days;

/// <summary>
/// What one unit really did for an incident, as offsets from its receipt in the time of the run; null where the file has no time.
/// </summary>
/// <param name="Sent">When it was sent.</param>
/// <param name="EnRoute">When it moved off.</param>
/// <param name="OnScene">When it arrived; null for one that was called off on its way.</param>
/// <param name="Over">When it was free again.</param>
public sealed record RealResponse(TimeSpan Sent, TimeSpan? EnRoute, TimeSpan? OnScene, TimeSpan Over);

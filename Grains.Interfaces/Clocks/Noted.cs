namespace Tocsin.Clocks;

/// <summary>
/// That an event was noted well after what its clocks go by: what they need to know of that. Only in events noted more than a second late, in corrections,
/// and in changes of priority or area.
/// </summary>
/// <param name="At">When it was noted: the deciding silo's clock.</param>
/// <param name="Horizon">A clock that started before this is silent: <c>Tocsin:HistoricAfter</c> before <paramref name="At"/>.</param>
public sealed record Noted(DateTimeOffset At, DateTimeOffset Horizon);

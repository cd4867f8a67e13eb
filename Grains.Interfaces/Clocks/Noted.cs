namespace Tocsin.Clocks;

/// <summary>
/// When an event was noted, where that was well after what its clocks go by. Only in events noted more than a second late, in corrections,
/// and in changes of priority or area.
/// </summary>
/// <param name="At">When it was noted, UTC: the deciding silo's clock.</param>
/// <param name="Horizon">A clock that started before this is silent: <c>Tocsin:HistoricAfter</c> before <paramref name="At"/>.</param>
public sealed record Noted(DateTimeOffset At, DateTimeOffset Horizon);

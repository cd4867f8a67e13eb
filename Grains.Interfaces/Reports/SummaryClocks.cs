namespace Tocsin.Reports;

/// <summary>The three clocks that a Chinese city bureau publishes each week, one of each for each assignment that has both ends.</summary>
/// <param name="Acknowledge">Sign-for 签收: assignment to sign-for, up to 30, 60, 120, 180 s.</param>
/// <param name="Travel">Turnout to arrival 出警: en route to on scene, up to 5, 10, 15, 30 min.</param>
/// <param name="Feedback">Feedback 反馈: on scene to first feedback, up to 30, 60 min, 2, 4 h.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SummaryClocks")]
public sealed record SummaryClocks([property: Id(0)] SummaryClock Acknowledge, [property: Id(1)] SummaryClock Travel, [property: Id(2)] SummaryClock Feedback);

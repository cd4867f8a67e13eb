using Tocsin.Commands;
using Tocsin.Json;

namespace Tocsin.Deciding;

/// <summary>The one rule about reported times: at most 5 s ahead; no order between reports is asked for.</summary>
internal static class OccurredAtRule
{
    /// <summary>How far ahead of the server's clock a device's may be: 5 s.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromSeconds(5);

    /// <summary>A refusal when the time lies too far ahead, else null.</summary>
    public static Refusal? Check(DateTimeOffset? occurredAt, DecisionContext context, string field = "occurredAt") =>
        occurredAt is { } at && at - context.Now > MaxAhead
            ? new Refusal(RefusalCode.OccurredAtInFuture, "A time lies more than 5 s ahead.")
            {
                Errors = [new FieldError(field, EnumWords.Of(RefusalCode.OccurredAtInFuture), "At most 5 s ahead.")],
            }
            : null;

    /// <summary>When it happened: as reported, else now.</summary>
    public static DateTimeOffset When(this DecisionContext context, DateTimeOffset? occurredAt) => Cut(occurredAt ?? context.Now);

    /// <summary>
    /// A time as events carry it: UTC, whole milliseconds, so that a state folded from the journal equals the one that decided.
    /// </summary>
    public static DateTimeOffset Cut(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>As <see cref="Cut(DateTimeOffset)"/>; null stays null.</summary>
    public static DateTimeOffset? Cut(DateTimeOffset? time) => time is { } given ? Cut(given) : null;
}

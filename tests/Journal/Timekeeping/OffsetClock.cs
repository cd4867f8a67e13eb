namespace Tocsin.Tests.Journal.Timekeeping;

/// <summary>The machine's clock, wrong by so much; intervals are right.</summary>
internal sealed class OffsetClock : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}

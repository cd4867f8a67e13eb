namespace Tocsin.Tests.Load.Replay.Planning;

/// <summary>
/// When a step's turn is. Steps of the same second go by what they are (units, then incidents made, then responses,
/// then closures), responses by their index, and the stages of one response in their own order.
/// </summary>
public readonly record struct StepOrder(DateTimeOffset At, int Layer, int Index, int Stage) : IComparable<StepOrder>
{
    /// <inheritdoc/>
    public int CompareTo(StepOrder other) => (At, Layer, Index, Stage).CompareTo((other.At, other.Layer, other.Index, other.Stage));

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(StepOrder left, StepOrder right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(StepOrder left, StepOrder right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not come after <paramref name="right"/>.</summary>
    public static bool operator <=(StepOrder left, StepOrder right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not come before <paramref name="right"/>.</summary>
    public static bool operator >=(StepOrder left, StepOrder right) => left.CompareTo(right) >= 0;
}

namespace Tocsin.Probing;

/// <summary>The outcomes of a step: the values of the label <c>outcome</c>.</summary>
internal static class StepOutcome
{
    /// <summary>Done within <see cref="ProbeLimits.SlowAfter"/>.</summary>
    public const string Done = "done";

    /// <summary>Done, and later than that.</summary>
    public const string Slow = "slow";

    /// <summary>Refused, or not answered.</summary>
    public const string Failed = "failed";

    /// <summary>All of them.</summary>
    public static readonly string[] All = [Done, Slow, Failed];

    /// <summary>The outcome of a step.</summary>
    /// <param name="isDone">Whether it was done.</param>
    /// <param name="took">How long it took.</param>
    public static string Of(bool isDone, TimeSpan took) => !isDone ? Failed : took > ProbeLimits.SlowAfter ? Slow : Done;
}

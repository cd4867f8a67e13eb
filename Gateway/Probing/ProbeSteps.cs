namespace Tocsin.Probing;

/// <summary>What the probe does: words of the label <c>step</c>, a closed set.</summary>
internal static class ProbeSteps
{
    /// <summary>Its unit is looked at; where nobody registered it and anybody may, it is registered.</summary>
    public const string Unit = "unit";

    /// <summary>What an earlier probe left open is looked for, and ended.</summary>
    public const string Tidy = "tidy";

    /// <summary>The unit goes on duty.</summary>
    public const string OnDuty = "onDuty";

    /// <summary>The exercise is made.</summary>
    public const string Create = "create";

    /// <summary>The feed tells of it.</summary>
    public const string Feed = "feed";

    /// <summary>The unit is sent.</summary>
    public const string Assign = "assign";

    /// <summary>It has taken note.</summary>
    public const string Acknowledge = "acknowledge";

    /// <summary>It is under way.</summary>
    public const string EnRoute = "enRoute";

    /// <summary>It is there.</summary>
    public const string OnScene = "onScene";

    /// <summary>It says what came of it.</summary>
    public const string Feedback = "feedback";

    /// <summary>It is done.</summary>
    public const string Clear = "clear";

    /// <summary>The exercise is closed.</summary>
    public const string Close = "close";

    /// <summary>The unit goes off duty.</summary>
    public const string OffDuty = "offDuty";

    /// <summary>A note on the exercise, between rounds.</summary>
    public const string Note = "note";

    /// <summary>All of them.</summary>
    public static readonly string[] All = [Unit, Tidy, OnDuty, Create, Feed, Assign, Acknowledge, EnRoute, OnScene, Feedback, Clear, Close, OffDuty, Note];
}

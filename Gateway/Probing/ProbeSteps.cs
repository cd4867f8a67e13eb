namespace Tocsin.Probing;

/// <summary>The steps of the probe: the values of the label <c>step</c>, a closed set.</summary>
internal static class ProbeSteps
{
    /// <summary>The unit is read and, where development tokens allow it, registered.</summary>
    public const string Unit = "unit";

    /// <summary>An exercise that an earlier probe left open is searched and closed.</summary>
    public const string Tidy = "tidy";

    /// <summary>The unit goes on duty.</summary>
    public const string OnDuty = "onDuty";

    /// <summary>The exercise is created.</summary>
    public const string Create = "create";

    /// <summary>Its event arrives on the feed.</summary>
    public const string Feed = "feed";

    /// <summary>The unit is assigned.</summary>
    public const string Assign = "assign";

    /// <summary>The unit acknowledges.</summary>
    public const string Acknowledge = "acknowledge";

    /// <summary>The unit is en route.</summary>
    public const string EnRoute = "enRoute";

    /// <summary>The unit is on scene.</summary>
    public const string OnScene = "onScene";

    /// <summary>The unit gives feedback.</summary>
    public const string Feedback = "feedback";

    /// <summary>The unit is cleared.</summary>
    public const string Clear = "clear";

    /// <summary>The exercise is closed.</summary>
    public const string Close = "close";

    /// <summary>The unit goes off duty.</summary>
    public const string OffDuty = "offDuty";

    /// <summary>A note on the exercise, between rounds.</summary>
    public const string Note = "note";

    /// <summary>All of them.</summary>
    public static readonly string[] All =
        [Unit, Tidy, OnDuty, Create, Feed, Assign, Acknowledge, EnRoute, OnScene, Feedback, Clear, Close, OffDuty, Note];
}

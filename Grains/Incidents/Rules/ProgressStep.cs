namespace Tocsin.Incidents;

/// <summary>What a reported stage comes to.</summary>
internal enum ProgressStep
{
    /// <summary>Refused.</summary>
    No,

    /// <summary>The assignment moves on, or is over.</summary>
    Yes,

    /// <summary>It stands already: the first time stays.</summary>
    Same,

    /// <summary>A stage that was skipped: its time is filled in, the stage stays.</summary>
    Late,
}

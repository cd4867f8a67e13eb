namespace Tocsin.Tests.Load.Replay.Planning;

/// <summary>One command of a replay.</summary>
public sealed class Step
{
    /// <summary>What it does.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>When its turn is.</summary>
    public required StepOrder Order { get; init; }

    /// <summary>When what it reports happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The line of the file that it carries; with the kind it makes the command's key.</summary>
    public required int Line { get; init; }

    /// <summary>What it carries, for the list of what was not.</summary>
    public required string Field { get; init; }

    /// <summary>The unit that it is about, as it registers it.</summary>
    public PlannedUnit? Unit { get; init; }

    /// <summary>The call that it takes or joins.</summary>
    public PlannedCall? Call { get; init; }

    /// <summary>The incident that it is about.</summary>
    public PlannedIncident? Incident { get; init; }

    /// <summary>The response that it is about.</summary>
    public PlannedResponse? Response { get; init; }

    /// <summary>Whether it must not be sent, since it would land on the unit's newer assignment to the same incident.</summary>
    public bool Superseded { get; init; }

    /// <summary>Its place in <see cref="ReplayPlan.Steps"/>.</summary>
    public int Index { get; set; }

    /// <summary>The steps that must be settled before it: the one before it of its unit and of each of its incidents.</summary>
    public List<Step> After { get; } = [];

    /// <summary>Its part of the idempotency key, beside the run's.</summary>
    public string KeyPart => $"{Line}:{Kind}{(Call is null ? string.Empty : ":" + Reading.CleanText.Id(Call.Number))}";
}

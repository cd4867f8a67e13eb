using Tocsin.Tests.Load.Replay.Planning;

namespace Tocsin.Tests.Load.Replay.Running;

/// <summary>What became of each step of a plan. Each is written once, before any step that waits for it begins.</summary>
public sealed class Outcomes(ReplayPlan plan)
{
    private readonly Outcome?[] all = new Outcome?[plan.Steps.Count];

    /// <summary>The outcome of <paramref name="step"/>; null while it has none.</summary>
    public Outcome? this[Step? step]
    {
        get => step is null ? null : Volatile.Read(ref all[step.Index]);
        set => Volatile.Write(ref all[step!.Index], value);
    }

    /// <summary>Whether <paramref name="step"/> is there and was carried.</summary>
    public bool Carried(Step? step) => this[step] is { Carried: true };

    /// <summary>The server's id of <paramref name="incident"/>, null when it was not made.</summary>
    public string? IdOf(PlannedIncident incident) => this[incident.Made]?.Id;

    /// <summary>The response whose sending took the unit off <paramref name="response"/>, null when none did.</summary>
    public PlannedResponse? DivertedBy(PlannedResponse response) =>
        response.TakenBy is { } by && Carried(by.Started) && Carried(response.Started) ? by : null;

    /// <summary>Whether the unit of a response that was carried is still on the incident, as far as this run knows.</summary>
    public bool StillHeld(PlannedResponse response) =>
        Carried(response.Started) && DivertedBy(response) is null && !Carried(response.Cleared);
}

namespace Tocsin.Probing;

/// <summary>The incident that the probe makes, and by what it knows its own again.</summary>
/// <param name="unit">The unit's id.</param>
internal sealed class ProbeExercise(string unit)
{
    /// <summary>Its category.</summary>
    public const string Category = "probe";

    /// <summary>What says that it is this probe's, and to people that nobody is in need.</summary>
    public string Narrative { get; } = $"A probe tries the whole way with unit {unit}: nobody is in need, and it ends by itself.";

    /// <summary>The command that makes it; the least urgent there is, at no place, so that it belongs to no station.</summary>
    public ProbeRequest Create() => ProbeRequest.Post("/incidents", new { category = Category, priority = 4, narrative = Narrative, exercise = true });

    /// <summary>The stages from its making to its closing.</summary>
    public IEnumerable<(string Step, ProbeRequest Request)> Stages(string incident)
    {
        yield return (ProbeSteps.Assign, ProbeRequest.Post($"/incidents/{incident}/assignments", new { unitIds = new[] { unit } }));
        yield return (ProbeSteps.Acknowledge, Progress(incident, "acknowledged"));
        yield return (ProbeSteps.EnRoute, Progress(incident, "enRoute"));
        yield return (ProbeSteps.OnScene, Progress(incident, "onScene"));
        yield return (ProbeSteps.Feedback, ProbeRequest.Post($"/incidents/{incident}/feedback", new { unitId = unit, outcome = Category }));
        yield return (ProbeSteps.Clear, Progress(incident, "cleared"));
        yield return (ProbeSteps.Close, Close(incident));
    }

    /// <summary>The command that closes it, and clears whoever is on it.</summary>
    public static ProbeRequest Close(string incident) => ProbeRequest.Post($"/incidents/{incident}/closure", new { disposition = Category });

    /// <summary>A note on it; a closed incident takes them, too.</summary>
    public static ProbeRequest Note(string incident) => ProbeRequest.Post($"/incidents/{incident}/notes", new { text = "The probe is here." });

    /// <summary>The command by which its unit comes or goes.</summary>
    public ProbeRequest Duty(bool onDuty) => ProbeRequest.Post($"/units/{unit}/duty", new { onDuty });

    private ProbeRequest Progress(string incident, string stage) => ProbeRequest.Post($"/incidents/{incident}/assignments/{unit}/progress", new { stage });
}

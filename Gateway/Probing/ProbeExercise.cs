namespace Tocsin.Probing;

/// <summary>The incident that the probe creates, and how it recognises its own.</summary>
/// <param name="unit">The unit's id.</param>
internal sealed class ProbeExercise(string unit)
{
    /// <summary>Its category.</summary>
    public const string Category = "probe";

    /// <summary>By this the probe recognises it, and people see that nobody needs help.</summary>
    public string Narrative { get; } = $"A probe tries the whole way with unit {unit}: nobody is in need, and it ends by itself.";

    /// <summary>The command that creates it: of the lowest priority, without a location, so that it belongs to no station.</summary>
    public ProbeRequest Create() =>
        ProbeRequest.Post("/incidents", new { category = Category, priority = 4, narrative = Narrative, exercise = true });

    /// <summary>The steps from creation to closure.</summary>
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

    /// <summary>The command that closes it, and clears its unit.</summary>
    public static ProbeRequest Close(string incident) =>
        ProbeRequest.Post($"/incidents/{incident}/closure", new { disposition = Category });

    /// <summary>A note on it; a closed incident takes them, too.</summary>
    public static ProbeRequest Note(string incident) =>
        ProbeRequest.Post($"/incidents/{incident}/notes", new { text = "The probe is here." });

    /// <summary>The command that puts its unit on or off duty.</summary>
    public ProbeRequest Duty(bool onDuty) => ProbeRequest.Post($"/units/{unit}/duty", new { onDuty });

    private ProbeRequest Progress(string incident, string stage) =>
        ProbeRequest.Post($"/incidents/{incident}/assignments/{unit}/progress", new { stage });
}

using System.Text.Json;

namespace Tocsin.Probing;

/// <summary>
/// Closes the exercise that an earlier probe left open when it died, which clears its unit. Nothing else is changed.
/// </summary>
/// <param name="desk">Carries out the steps.</param>
/// <param name="exercise">The exercise, by which it recognises its own.</param>
/// <param name="unit">The unit's id.</param>
/// <param name="logger">Logs what it closes.</param>
internal sealed partial class ProbeLeftovers(ProbeDesk desk, ProbeExercise exercise, string unit, ILogger<ProbeLeftovers> logger)
{
    /// <summary>Closes them.</summary>
    /// <returns>Whether nothing is left.</returns>
    public async Task<bool> EndAsync(CancellationToken stop)
    {
        // The search is by words; IsOwn then checks every field.
        var words = Uri.EscapeDataString($"unit {unit}:");
        var search = ProbeRequest.Get($"/incidents?status=open&limit={ProbeLimits.LeftoversMax}&q={words}");
        var open = await desk.DoAsync(ProbeSteps.Tidy, search, stop);
        if (!open.IsDone || !open.Body.TryGetProperty("items", out var items))
            return false;
        foreach (var item in items.EnumerateArray().Where(IsOwn))
        {
            var id = item.GetProperty("id").GetString()!;
            if (!(await desk.DoAsync(ProbeSteps.Tidy, ProbeExercise.Close(id), stop)).IsDone)
                return false;
            LogEnded(id);
        }

        return (await desk.DoAsync(ProbeSteps.Tidy, exercise.Duty(onDuty: false), stop)).IsDone;
    }

    private bool IsOwn(JsonElement incident) =>
        incident.GetProperty("exercise").GetBoolean()
        && incident.GetProperty("category").GetString() == ProbeExercise.Category
        && incident.GetProperty("narrative").GetString() == exercise.Narrative;

    [LoggerMessage(4202, LogLevel.Warning, "Exercise {Incident} was left open by an earlier probe, and is closed now")]
    private partial void LogEnded(string incident);
}

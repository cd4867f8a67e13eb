using System.Text.Json;

namespace Tocsin.Probing;

/// <summary>Ends what an earlier probe left open when it died in the middle: its exercise is closed, which clears its unit. Nothing else is touched.</summary>
/// <param name="desk">Who does it.</param>
/// <param name="exercise">What is its own.</param>
/// <param name="unit">The unit's id.</param>
/// <param name="logger">Where it says what it ended.</param>
internal sealed partial class ProbeLeftovers(ProbeDesk desk, ProbeExercise exercise, string unit, ILogger<ProbeLeftovers> logger)
{
    /// <summary>Ends them.</summary>
    /// <returns>Whether nothing is left.</returns>
    public async Task<bool> EndAsync(CancellationToken stop)
    {
        // By its own words; whether it is really the probe's own is looked at here.
        var open = await desk.DoAsync(ProbeSteps.Tidy, ProbeRequest.Get($"/incidents?status=open&limit={ProbeLimits.LeftoversMax}&q={Uri.EscapeDataString($"unit {unit}:")}"), stop);
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

namespace Tocsin.Probing;

/// <summary>
/// One exercise from creation to closure. Its unit is on duty only meanwhile, so that nobody assigns it by mistake between rounds.
/// </summary>
/// <param name="desk">Carries out the steps.</param>
/// <param name="exercise">The exercise.</param>
internal sealed class ProbeRound(ProbeDesk desk, ProbeExercise exercise)
{
    /// <summary>The incident; null before it is created.</summary>
    public string? Incident { get; private set; }

    /// <summary>Runs it.</summary>
    /// <returns>Whether all steps succeeded. The feed is measured, but does not decide.</returns>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        if (!(await desk.DoAsync(ProbeSteps.OnDuty, exercise.Duty(onDuty: true), stop)).IsDone)
            return false;
        using var feed = await desk.ListenAsync("IncidentCreated", stop);
        var made = await desk.DoAsync(ProbeSteps.Create, exercise.Create(), stop);
        if (!made.IsDone || made.Text("id") is not { } incident)
            return false;
        Incident = incident;
        var heard = feed is null ? Task.CompletedTask : desk.WaitForEventAsync(feed, incident, stop);
        try
        {
            foreach (var (step, request) in exercise.Stages(incident))
            {
                if (!(await desk.DoAsync(step, request, stop)).IsDone)
                    return false;
            }

            return (await desk.DoAsync(ProbeSteps.OffDuty, exercise.Duty(onDuty: false), stop)).IsDone;
        }
        finally
        {
            await heard;
        }
    }
}

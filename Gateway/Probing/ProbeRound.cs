namespace Tocsin.Probing;

/// <summary>One exercise from its making to its closing. Its unit is on duty only meanwhile: between rounds nobody can send it by mistake.</summary>
/// <param name="desk">Who does it.</param>
/// <param name="exercise">What is done.</param>
internal sealed class ProbeRound(ProbeDesk desk, ProbeExercise exercise)
{
    /// <summary>The exercise; null while it is not made.</summary>
    public string? Incident { get; private set; }

    /// <summary>Runs it.</summary>
    /// <returns>Whether it came through. What the feed told is counted, and hinders nothing.</returns>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        if (!(await desk.DoAsync(ProbeSteps.OnDuty, exercise.Duty(onDuty: true), stop)).IsDone)
            return false;
        using var ear = await desk.ListenAsync("IncidentCreated", stop);
        var made = await desk.DoAsync(ProbeSteps.Create, exercise.Create(), stop);
        if (!made.IsDone || made.Text("id") is not { } incident)
            return false;
        Incident = incident;
        var heard = ear is null ? Task.CompletedTask : desk.HearAsync(ear, incident, stop);
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

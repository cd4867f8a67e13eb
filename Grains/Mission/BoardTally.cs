using Tocsin.Clocks;
using Tocsin.Directives;
using Tocsin.Incidents;
using Tocsin.Live;
using Tocsin.Telemetry;
using Tocsin.Units;

namespace Tocsin.Mission;

/// <summary>Counts of the live picture, without exercises and the units of probes.</summary>
internal sealed class BoardTally
{
    private static readonly IncidentStatus[] s_open =
        [IncidentStatus.Received, IncidentStatus.Assigned, IncidentStatus.EnRoute, IncidentStatus.OnScene, IncidentStatus.Reported];

    // Calls are not on the board, so the clocks of their answers are not counted here.
    private static readonly ClockStage[] s_stages =
    [
        ClockStage.Assign, ClockStage.Acknowledge, ClockStage.Turnout, ClockStage.Arrive, ClockStage.Feedback, ClockStage.Conclude,
        ClockStage.Distress,
    ];

    private static readonly DirectiveStatus[] s_openDirectives =
        [DirectiveStatus.Issued, DirectiveStatus.Signed, DirectiveStatus.Reported];

    private static readonly ClockStage[] s_directiveStages =
        [ClockStage.Sign, ClockStage.Send, ClockStage.Report, ClockStage.Finish];

    private readonly int[,] _incidents = new int[(int)IncidentStatus.Closed, Label.Priorities.Length];
    private readonly int[] _running = new int[(int)ClockStage.Distress + 1];
    private readonly int[] _overdue = new int[(int)ClockStage.Distress + 1];
    private readonly int[] _directives = new int[(int)DirectiveStatus.Reported + 1];
    private readonly int[] _units = new int[(int)UnitStatus.OnScene + 1];

    /// <summary>Counts a picture.</summary>
    public BoardTally(LivePicture picture)
    {
        foreach (var item in picture.Items)
        {
            if (item.Value is LiveIncident { Exercise: false } incident)
                Count(incident);
            else if (item.Value is LiveDirective { Exercise: false } directive)
                Count(directive);
            else if (item.Value is UnitView unit && unit.Kind != UnitKinds.Probe)
                _units[(int)unit.Status]++;
        }
    }

    /// <summary>Open incidents without an active unit and without one that has finished.</summary>
    public int Unattended { get; private set; }

    /// <summary>Open incidents, by status and priority.</summary>
    public IEnumerable<(int Count, IncidentStatus Status, int Priority)> Incidents()
    {
        foreach (var status in s_open)
        {
            for (var priority = 0; priority < Label.Priorities.Length; priority++)
                yield return (_incidents[(int)status, priority], status, priority + 1);
        }
    }

    /// <summary>Clocks of incidents, by stage.</summary>
    public IEnumerable<(int Running, int Overdue, ClockStage Stage)> Clocks() => Clocks(s_stages);

    /// <summary>Open directives, by status.</summary>
    public IEnumerable<(int Count, DirectiveStatus Status)> Directives() =>
        s_openDirectives.Select(s => (_directives[(int)s], s));

    /// <summary>Clocks of directives, by stage.</summary>
    public IEnumerable<(int Running, int Overdue, ClockStage Stage)> DirectiveClocks() => Clocks(s_directiveStages);

    /// <summary>Units on duty, by status.</summary>
    public IEnumerable<(int Count, UnitStatus Status)> Units()
    {
        for (var status = UnitStatus.OutOfService; status <= UnitStatus.OnScene; status++)
            yield return (_units[(int)status], status);
    }

    // No stage is both of incidents and of directives.
    private IEnumerable<(int Running, int Overdue, ClockStage Stage)> Clocks(ClockStage[] stages) =>
        stages.Select(s => (_running[(int)s], _overdue[(int)s], s));

    private void Count(LiveDirective directive)
    {
        _directives[(int)directive.Status]++;
        foreach (var stage in directive.Running)
            _running[(int)stage]++;
        foreach (var stage in directive.Overdue)
            _overdue[(int)stage]++;
    }

    private void Count(LiveIncident incident)
    {
        _incidents[(int)incident.Status, Math.Clamp(incident.Priority, 1, Label.Priorities.Length) - 1]++;
        if (incident.IsUnattended)
            Unattended++;
        foreach (var stage in s_stages)
        {
            _running[(int)stage] += incident.Clocks.Running(stage);
            _overdue[(int)stage] += incident.Clocks.Overdue(stage);
        }
    }
}

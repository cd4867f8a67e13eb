namespace Tocsin.Journal.PostgreSql;

/// <summary>The narrow rows and personal data of a batch, column by column.</summary>
internal sealed class NarrowColumns(AppendColumns columns)
{
    private readonly IncidentColumns _incidents = new(columns);
    private readonly ResponseColumns _responses = new(columns);
    private readonly CallColumns _calls = new(columns);
    private readonly PersonalColumns _personal = new(columns);

    /// <summary>Adds those of a request.</summary>
    public void Add(int number, AppendRequest request)
    {
        foreach (var row in request.Incidents)
            _incidents.Add(number, row);
        foreach (var row in request.Responses)
            _responses.Add(number, row);
        foreach (var row in request.Calls)
            _calls.Add(number, row);
        foreach (var entry in request.Personal)
            _personal.Add(number, entry);
    }

    private sealed class IncidentColumns(AppendColumns columns)
    {
        private readonly List<int> _request = columns.Number();
        private readonly List<string?> _id = columns.Text();
        private readonly List<string?> _number = columns.Text();
        private readonly List<bool> _open = columns.Flag();
        private readonly List<string?> _category = columns.Text();
        private readonly List<short> _priority = columns.Small();
        private readonly List<string?> _station = columns.Text();
        private readonly List<bool> _exercise = columns.Flag();
        private readonly List<DateTime?> _received = columns.Time();
        private readonly List<DateTime?> _closed = columns.Time();
        private readonly List<DateTime?> _assigned = columns.Time();
        private readonly List<string?> _assignedUnit = columns.Text();
        private readonly List<string?> _assignedStation = columns.Text();
        private readonly List<DateTime?> _scene = columns.Time();
        private readonly List<string?> _sceneUnit = columns.Text();
        private readonly List<string?> _sceneStation = columns.Text();
        private readonly List<string?> _search = columns.Text();
        private readonly List<string?> _targets = columns.Text();

        public void Add(int number, IncidentRow row)
        {
            _request.Add(number);
            _id.Add(row.Id.Value);
            _number.Add(row.Number);
            _open.Add(row.Open);
            _category.Add(row.Category);
            _priority.Add(row.Priority);
            _station.Add(row.Station);
            _exercise.Add(row.Exercise);
            _received.Add(AppendColumns.Utc(row.ReceivedAt));
            _closed.Add(AppendColumns.Utc(row.ClosedAt));
            _assigned.Add(AppendColumns.Utc(row.FirstAssignedAt));
            _assignedUnit.Add(row.FirstAssignedUnit?.Value);
            _assignedStation.Add(row.FirstAssignedStation);
            _scene.Add(AppendColumns.Utc(row.FirstOnSceneAt));
            _sceneUnit.Add(row.FirstOnSceneUnit?.Value);
            _sceneStation.Add(row.FirstOnSceneStation);
            _search.Add(row.Search);
            _targets.Add(row.Targets);
        }
    }

    private sealed class ResponseColumns(AppendColumns columns)
    {
        private readonly List<int> _request = columns.Number();
        private readonly List<string?> _incident = columns.Text();
        private readonly List<int> _ordinal = columns.Number();
        private readonly List<string?> _unit = columns.Text();
        private readonly List<string?> _station = columns.Text();
        private readonly List<bool> _active = columns.Flag();
        private readonly List<DateTime?> _assigned = columns.Time();
        private readonly List<DateTime?> _acknowledged = columns.Time();
        private readonly List<DateTime?> _enRoute = columns.Time();
        private readonly List<DateTime?> _scene = columns.Time();
        private readonly List<DateTime?> _feedback = columns.Time();
        private readonly List<DateTime?> _cleared = columns.Time();

        public void Add(int number, ResponseRow row)
        {
            _request.Add(number);
            _incident.Add(row.Incident.Value);
            _ordinal.Add(row.Ordinal);
            _unit.Add(row.Unit.Value);
            _station.Add(row.Station);
            _active.Add(row.Active);
            _assigned.Add(AppendColumns.Utc(row.AssignedAt));
            _acknowledged.Add(AppendColumns.Utc(row.AcknowledgedAt));
            _enRoute.Add(AppendColumns.Utc(row.EnRouteAt));
            _scene.Add(AppendColumns.Utc(row.OnSceneAt));
            _feedback.Add(AppendColumns.Utc(row.FeedbackAt));
            _cleared.Add(AppendColumns.Utc(row.ClearedAt));
        }
    }

    private sealed class CallColumns(AppendColumns columns)
    {
        private readonly List<int> _request = columns.Number();
        private readonly List<string?> _id = columns.Text();
        private readonly List<short> _status = columns.Small();
        private readonly List<DateTime?> _received = columns.Time();
        private readonly List<string?> _disposition = columns.Text();
        private readonly List<string?> _incident = columns.Text();
        private readonly List<string?> _search = columns.Text();

        public void Add(int number, CallRow row)
        {
            _request.Add(number);
            _id.Add(row.Id.Value);
            _status.Add(row.Status);
            _received.Add(AppendColumns.Utc(row.ReceivedAt));
            _disposition.Add(row.DispositionKind);
            _incident.Add(row.Incident?.Value);
            _search.Add(row.Search);
        }
    }

    private sealed class PersonalColumns(AppendColumns columns)
    {
        private readonly List<int> _request = columns.Number();
        private readonly List<string?> _stream = columns.Text();
        private readonly List<string?> _value = columns.Text();

        public void Add(int number, PersonalEntry entry)
        {
            _request.Add(number);
            _stream.Add(entry.Stream.ToString());
            _value.Add(entry.Value);
        }
    }
}

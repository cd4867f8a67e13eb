namespace Tocsin.Tests.LoadTests.Fakes;

public sealed class FakeUnit
{
    public required string Id { get; init; }

    public bool OnDuty { get; set; }

    public string? IncidentId { get; set; }

    public required FakeStream Stream { get; init; }

    public object View =>
        new { Id, Status = IncidentId is not null ? "assigned" : OnDuty ? "available" : "offDuty", IncidentId, Stream.Version };
}

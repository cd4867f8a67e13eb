namespace Tocsin.Identity;

/// <summary>What a stream of events is about. The numbers are stored; they are only ever added to.</summary>
public enum StreamKind : byte
{
    /// <summary>Not a stream: the default value of an uninitialised id.</summary>
    None = 0,

    /// <summary>An incident; written <c>incident/ID</c>.</summary>
    Incident = 1,

    /// <summary>A patrol unit; written <c>unit/ID</c>.</summary>
    Unit = 2,

    /// <summary>A call; written <c>call/ID</c>.</summary>
    Call = 3,

    /// <summary>A station; written <c>station/ID</c>.</summary>
    Station = 4,

    /// <summary>A timing policy; written <c>policy/NAME</c>.</summary>
    Policy = 5,

    /// <summary>A setting of the centre; written <c>setting/ID</c>.</summary>
    Setting = 6,

    /// <summary>A run card; written <c>runCard/ID</c>.</summary>
    RunCard = 7,
}

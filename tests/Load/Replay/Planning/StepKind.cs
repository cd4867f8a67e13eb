namespace Tocsin.Tests.Load.Replay.Planning;

/// <summary>What a step does.</summary>
public enum StepKind
{
    /// <summary>Registers a unit.</summary>
    Register,

    /// <summary>Puts a unit on duty.</summary>
    StartDuty,

    /// <summary>Takes a call.</summary>
    TakeCall,

    /// <summary>Makes an incident, of its first call where there is one.</summary>
    MakeIncident,

    /// <summary>Joins a further call to its incident.</summary>
    JoinCall,

    /// <summary>Sends a unit, off its incident where it still is on one.</summary>
    Send,

    /// <summary>Reports a unit on its way.</summary>
    EnRoute,

    /// <summary>Reports a unit's arrival.</summary>
    OnScene,

    /// <summary>Reports a unit available.</summary>
    Clear,

    /// <summary>Closes an incident with its disposition.</summary>
    Close,
}

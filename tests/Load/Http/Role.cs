namespace Tocsin.Tests.Load.Http;

/// <summary>The roles this program speaks in; the names are those of the tokens.</summary>
public enum Role
{
    /// <summary>Registers units.</summary>
    Admin,

    /// <summary>Takes calls, makes incidents, sends units.</summary>
    Dispatcher,

    /// <summary>Answers the telephone and writes down what is said.</summary>
    CallTaker,

    /// <summary>A machine: the telephone exchange, the vehicles' positions.</summary>
    Feeder,

    /// <summary>Reads reports.</summary>
    Supervisor,

    /// <summary>Reads everything and changes nothing.</summary>
    Auditor,
}

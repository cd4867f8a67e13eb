namespace Tocsin.Telemetry;

/// <summary>What a process is: words of the label <c>role</c>.</summary>
public enum ProcessRole
{
    /// <summary>A silo of its own.</summary>
    Silo,

    /// <summary>A gateway of its own.</summary>
    Gateway,

    /// <summary>A gateway with one silo inside.</summary>
    Embedded,

    /// <summary>The probe.</summary>
    Probe,
}

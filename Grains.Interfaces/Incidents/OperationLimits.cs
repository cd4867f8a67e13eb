namespace Tocsin.Incidents;

/// <summary>The limits of operations.</summary>
public static class OperationLimits
{
    /// <summary>The most tasks that an operation is opened with.</summary>
    public const int TasksMax = 20;

    /// <summary>The most stations and bodies that take part at once: as many as one command has recipients.</summary>
    public const int BodiesMax = 50;
}

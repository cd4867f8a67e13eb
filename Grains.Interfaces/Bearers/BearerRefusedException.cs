namespace Tocsin.Bearers;

/// <summary>A silo refused a call of a gateway; nothing was done.</summary>
[GenerateSerializer, Alias("tocsin.BearerRefusedException")]
public sealed class BearerRefusedException : Exception
{
    /// <summary>Makes one with its reason.</summary>
    public BearerRefusedException(BearerFault fault)
        : base($"The silo refused the call: {fault}.") => Fault = fault;

    /// <summary>Makes one without a reason.</summary>
    public BearerRefusedException()
        : this(BearerFault.NoToken)
    {
    }

    /// <summary>Makes one with a message.</summary>
    public BearerRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and a cause.</summary>
    public BearerRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Why the silo refused the call.</summary>
    [Id(0)]
    public BearerFault Fault { get; init; }
}

using System.Reflection;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>The membership as a silo sees it that is active.</summary>
public class ActiveMember : DispatchProxy
{
    public static ISiloStatusOracle Make() => Create<ISiloStatusOracle, ActiveMember>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name switch
    {
        "get_CurrentStatus" => SiloStatus.Active,
        _ => throw new NotSupportedException(targetMethod?.Name),
    };
}

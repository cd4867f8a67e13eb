using Tocsin.Commands;

namespace Tocsin.Calls;

/// <summary>One call. Its key is the call's id.</summary>
[Alias("tocsin.ICallGrain")]
public interface ICallGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out: its answer is durable.</summary>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(CallCommand command, CommandContext context);
}

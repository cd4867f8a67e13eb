using Tocsin.Commands;

namespace Tocsin.Bulletins;

/// <summary>One bulletin. Its key is the bulletin's id.</summary>
[Alias("tocsin.IBulletinGrain")]
public interface IBulletinGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out. What is answered is durable; the same command id is safe to repeat.</summary>
    /// <param name="command">The command to carry out.</param>
    /// <param name="context">Who gives the command, under which id, and for which version.</param>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(BulletinCommand command, CommandContext context);
}

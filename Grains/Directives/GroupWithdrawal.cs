namespace Tocsin.Directives;

/// <summary>A group is taken back, with the number of its directives, which the grain looked up.</summary>
/// <param name="Command">The command.</param>
/// <param name="Count">How many directives the group has, 1 to 50.</param>
internal sealed record GroupWithdrawal(WithdrawDirectiveGroup Command, int Count) : DirectiveCommand;

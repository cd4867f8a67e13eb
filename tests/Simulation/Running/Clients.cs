using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Tests.Simulation;

/// <summary>
/// Dispatchers and devices behind gateways: they give commands, try again what was not answered, and now and then repeat what was.
/// </summary>
internal sealed class Clients(World world, Checks checks)
{
    private const int Desks = 12;
    private const int Tries = 4;

    /// <summary>How often a client repeats a keyed command whose outcome it does not know.</summary>
    private const int Repeats = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly SiloContext _where = new(world.Scheduler);
    private readonly Deeds _deeds = new(world);
    private int _underWay;
    private int _unanswered;

    public int Given { get; private set; }

    public int Refusals { get; private set; }

    public double SlowestMs { get; private set; }

    public bool Done => Given >= world.Options.Commands && _underWay == 0;

    /// <summary>Keyed commands that no repeat brought an answer to.</summary>
    public int Unanswered => _unanswered;

    public void Start()
    {
        for (var i = 0; i < Desks; i++)
            world.Scheduler.Post(_where, () => _ = WorkAsync());
    }

    private async Task WorkAsync()
    {
        while (Given < world.Options.Commands)
        {
            Given++;
            _underWay++;
            var deed = _deeds.Next();
            if (deed.Pocket is { } pocket)
                _ = LaterAsync(deed, pocket);
            else
                await GiveAsync(deed);
            await _where.Delay(world.Scheduler.Milliseconds(0, _deeds.PauseMs));
        }
    }

    // A device's report that waits in a pocket: its desk does not wait for it.
    private async Task LaterAsync(Deed deed, TimeSpan pocket)
    {
        await _where.Delay(pocket);
        if (world.Faults.On && world.Scheduler.Chance(world.Faults.ReportLost))
            _underWay--;
        else
            await GiveAsync(deed);
    }

    private async Task GiveAsync(Deed deed)
    {
        var command = world.NewCommand();
        var sentAt = world.Scheduler.Now;
        var answer = await SendAsync(deed, command);
        for (var again = 0; answer is null && deed.Keyed && again < Repeats; again++)
        {
            await _where.Delay(world.Scheduler.Milliseconds(100, 5_000));
            answer = await SendAsync(deed, command);
        }

        if (answer is { Refusal: { } refusal })
        {
            Refusals++;
            if (refusal.Code == RefusalCode.UnitBusy)
                checks.Refused(refusal.Units, sentAt);
        }
        else if (answer is not null)
        {
            SlowestMs = Math.Max(SlowestMs, (world.Scheduler.Now - sentAt).TotalMilliseconds);
            if (deed.Keyed)
                await AcknowledgedAsync(deed, command);
        }
        else if (deed.Keyed)
        {
            _unanswered++;
        }

        _underWay--;
    }

    private async Task AcknowledgedAsync(Deed deed, CommandId command)
    {
        checks.Acknowledged(command);
        if (!world.Scheduler.Chance(0.1))
            return;
        await _where.Delay(world.Scheduler.Milliseconds(0, 20_000));
        if (await SendAsync(deed, command) is { } again)
            checks.Repeated(command, again);
    }

    // What a gateway does: some tries under one command id, as long as what fails is passing.
    private async Task<CommandAnswer?> SendAsync(Deed deed, CommandId command)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var context = new CommandContext(command, deed.Actor, deed.Keyed ? command.Value.ToByteArray() : null, null, attempt);
            try
            {
                return await world.Network.CallAsync(_where, deed.Stream, Patience, grain => grain.Execute(deed.Command, context));
            }
            catch (Exception exception) when (Network.IsPassing(exception))
            {
                await _where.Delay(world.Scheduler.Milliseconds(100, 300));
            }
        }

        return null;
    }
}

// Most of these tests wait more than they work: twice as many at once as this needs cores.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

// What a person would write instead of a harness: the driver, a query, two prints, nothing else.
//
//	bare <url> <secret> <questions> <at once>
//
// Its prints go to standard output; the milliseconds of the loop, after a warm-up, go to standard error.
package main

import (
	"fmt"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	f "github.com/fauna/faunadb-go/v4/faunadb"
)

func main() {
	questions, _ := strconv.Atoi(os.Args[3])
	width, _ := strconv.Atoi(os.Args[4])
	client := f.NewFaunaClient(os.Args[2], f.Endpoint(os.Args[1]))
	loop(client, questions/4, width)
	start := time.Now()
	loop(client, questions, width)
	fmt.Fprintln(os.Stderr, float64(time.Since(start).Microseconds())/1000)
}

func loop(client *f.FaunaClient, questions, width int) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for i := 0; i < width; i++ {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for next.Add(1) <= int64(questions) {
				value, err := client.Query(f.Get(f.Ref(f.Collection("bench"), "1")))
				if err != nil {
					panic(err)
				}
				fmt.Println(value)
				fmt.Println(value)
			}
		}()
	}
	workers.Wait()
}
